// While the site is edited: look at the page again as soon as there is something new.
// A browser has few connections to one host, so a page that nobody sees holds none.

let changes;

const follow = () => {
  changes?.close();
  if (document.visibilityState === "visible") {
    changes = new EventSource(`/serving/changes${new URL(import.meta.url).search}`);
    changes.onmessage = () => location.reload();
  }
};

addEventListener("visibilitychange", follow);
follow();
