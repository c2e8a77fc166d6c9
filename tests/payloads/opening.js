// Opens pages as a reader would, some at a time, and returns those in which a text has run.

async (addresses) => {
  const hurt = [];
  const waiting = [...addresses];
  const open = async () => {
    while (waiting.length) {
      const address = waiting.pop();
      const frame = document.createElement("iframe");
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
      frame.src = address;
      document.body.append(frame);
      await loaded;
      await new Promise((resolve) => setTimeout(resolve));
      const inner = frame.contentWindow;
      if (inner.__hurt || window.__hurt || !inner.location.pathname.endsWith(new URL(address).pathname)) {
        hurt.push(address);
      }
      frame.remove();
    }
  };
  await Promise.all([open(), open(), open(), open()]);
  return hurt;
}
