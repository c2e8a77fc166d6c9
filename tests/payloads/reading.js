// What a browser makes of pages that it parses and does not run: elements, addresses, texts; in JSON.

(pages) => {
  const TAKES_ADDRESS = ["href", "src", "action", "formaction", "srcset", "srcdoc", "data", "poster", "background", "xlink:href", "ping", "http-equiv"];
  const SHORTENED = [["title", "textContent"], ["meta[content]", "content"], ["link[title]", "title"]];
  const read = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const elements = {};
    const links = [];
    const texts = [];
    for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
      JSON.parse(script.textContent, (_, value) => typeof value === "string" && texts.push(value));
      script.textContent = "";
    }
    for (const area of page.querySelectorAll("textarea")) {
      // What another page is given of a passage is read as that page would have it.
      area.replaceChildren(...new DOMParser().parseFromString(area.textContent, "text/html").body.childNodes);
    }
    for (const [kind, field] of SHORTENED) {
      for (const element of page.querySelectorAll(kind)) {
        element[field] = element[field].includes("…") ? "" : element[field];
      }
    }
    const whole = page.cloneNode(true);
    for (const cut of whole.querySelectorAll(".lines li a, .overview a")) {
      cut.textContent = ""; // a line of what stands in full elsewhere
    }
    texts.push(whole.documentElement.textContent);
    for (const element of page.querySelectorAll("*")) {
      const names = element.getAttributeNames();
      const shape = [element.localName, ...names.sort()].join(" ");
      elements[shape] = (elements[shape] ?? 0) + 1;
      for (const name of names) {
        const value = element.getAttribute(name);
        if (TAKES_ADDRESS.includes(name)) {
          links.push([`${element.localName} ${name}`, value, element.textContent]);
        } else if (name !== "id" && /qz[a-z]{4}q/.test(value)) {
          texts.push(value);
        }
      }
    }
    return { elements, links, texts };
  };
  return JSON.stringify(pages.map(read));
}
