// Data, fetched once; where that failed, again the next time.

const loaded = new Map();

/** Return what the JSON at an address says. */
export const load = (address) => {
  if (!loaded.has(address)) {
    const fetched = fetch(address).then((response) => {
      if (!response.ok) {
        throw new Error(`${response.status}`);
      }
      return response.json();
    });
    loaded.set(address, fetched);
    fetched.catch(() => loaded.delete(address));
  }
  return loaded.get(address);
};
