// One passage: its link, how to cite it, where it comes from, how to correct it.

const make = (name, attributes = {}, ...children) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.append(...children.filter(Boolean));
  return element;
};

let known;

/** Return what is known of all sessions; fetched once, again where that failed. */
const load = async (address) => {
  known ??= fetch(address).then((response) => {
    if (!response.ok) {
      throw new Error(`${response.status}`);
    }
    return response.json();
  });
  try {
    return await known;
  } catch (error) {
    known = undefined;
    throw error;
  }
};

/** Return what a page shows of the passage that a button belongs to. */
const readPassage = (tools, home) => {
  const permalink = new URL(tools.querySelector(".permalink").href);
  const box = tools.closest(".passage");
  const first = box ? box.querySelector(":scope > p") : tools.previousElementSibling;
  return {
    id: decodeURIComponent(permalink.hash.slice(1)),
    address: permalink.href.replace(/[?#].*$/, "").replace(home, ""),
    link: permalink.href,
    text: first.innerText.trim(),
    sources: [...tools.querySelectorAll(".source a")],
    correct: tools.querySelector(".correct").href,
  };
};

const speakerOf = (who, id) => {
  const keys = Object.keys(who).filter((key) => id === key || id.startsWith(`${key}-`));
  return who[keys.sort((one, other) => other.length - one.length)[0]] ?? ["", ""];
};

/** Return the address of a passage in a language, whatever language the page is in. */
const addressIn = (language, { address, id }, settings) =>
  `${settings.site}${language === "en" ? "en/" : ""}${address}#${id}`;

/** Return the citations of a passage: in Chinese, in English, and as BibTeX. */
export const cite = (passage, session, version, settings) => {
  const [zh, en] = speakerOf(session.who, passage.id);
  const link = (language) => addressIn(language, passage, settings);
  const [issued, kind, record, dates] = ["issuer", "kind", "record", "dates"].map((key) => session[key]);
  const escaped = (text) => text.replaceAll(/[{}\\%#$&_~^]/g, (sign) => `\\${sign}`);
  const key = `${session.key}-${passage.id}`;
  return {
    中文: `${zh}，${session.title[0]}，${dates[0]}，段落 ${passage.id}。載於《${record[0]}》，${issued[0]}（${kind[0]}）。城市對話錄，版本 ${version}，${link("zh")}`,
    English: `${en}, ${session.title[1]}, ${dates[1]}, passage ${passage.id}. In: ${record[1]}, ${issued[1]} (${kind[1]}; unofficial English translation). City Dialogues, version ${version}, ${link("en")}`,
    BibTeX: [
      `@misc{${key},`,
      `  author = {{${escaped(en)}}},`,
      `  title = {{${escaped(session.title[1])}, passage ${escaped(passage.id)}}},`,
      `  howpublished = {${escaped(record[1])}. ${escaped(issued[1])}},`,
      `  year = {${session.year}},`,
      `  note = {${escaped(kind[1])}; unofficial English translation. City Dialogues, version ${escaped(version)}},`,
      `  url = {${link("en")}}`,
      "}",
    ].join("\n"),
  };
};

/** Return the address of the issue form, filled in for a passage. */
export const reportAddress = (passage, session, version, settings) => {
  const address = new URL(`${settings.repository}/issues/new`);
  const fields = {
    template: "correction.yml",
    title: `${session.key}#${passage.id}`,
    passage: `${session.key}#${passage.id}`,
    text: passage.text.slice(0, 1500),
    version: `${version} ${passage.link}`,
  };
  for (const [name, value] of Object.entries(fields)) {
    address.searchParams.set(name, value);
  }
  return address.href;
};

const copyButton = (words, read) => {
  const button = make("button", { type: "button", textContent: words.copy });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(read());
      button.textContent = words.copied;
    } catch {
      button.textContent = words.select; // the text is there to be marked by hand
    }
  });
  return button;
};

const citation = (name, text, words) => {
  const shown = make("pre", { tabIndex: 0, textContent: text });
  return make("section", {}, make("h3", { textContent: name }), shown, copyButton(words, () => text));
};

const fill = (box, passage, session, version, settings) => {
  const { words } = settings;
  const links = passage.sources.map((source) =>
    make("a", { href: source.href, textContent: source.getAttribute("aria-label") }),
  );
  links.push(make("a", { href: passage.correct, textContent: words.correct }));
  if (settings.repository) {
    const href = reportAddress(passage, session, version, settings);
    links.push(make("a", { href, textContent: words.report }));
  }
  const close = make("button", { type: "button", className: "citing-close", textContent: words.close });
  close.addEventListener("click", () => box.close());
  const citations = Object.entries(cite(passage, session, version, settings));
  box.replaceChildren(
    make("h2", { textContent: passage.id }),
    make("p", {}, make("a", { href: passage.link, textContent: passage.link }), " ", copyButton(words, () => passage.link)),
    ...citations.map(([name, text]) => citation(name, text, words)),
    make("ul", {}, ...links.map((link) => make("li", {}, link))),
    close,
  );
};

/** Open the box for the passage that a button belongs to. */
export const open = async (button, settings) => {
  const passage = readPassage(button.closest(".tools"), settings.home);
  const box = document.querySelector("dialog.citing") ?? make("dialog", { className: "citing" });
  box.setAttribute("aria-label", settings.words.title);
  document.body.append(box);
  box.replaceChildren(make("p", { textContent: "…" }));
  box.showModal();
  try {
    const { version, sessions } = await load(settings.data);
    fill(box, passage, sessions[passage.address], version, settings);
  } catch {
    box.replaceChildren(make("p", { role: "alert", textContent: settings.words.failed }));
  }
  box.onclick = ({ target }) => target === box && box.close();
};
