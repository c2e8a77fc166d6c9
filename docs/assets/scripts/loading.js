// Data, fetched once; where that failed, again the next time.

const loaded = new Map();

/** Return what the JSON at an address says, which has a hash of it. */
export const load = (address) => read(String(address), "default");

/** Return what the JSON at an address says now; what a cache holds is used where it still does. */
export const loadNewest = (address) => read(address, "no-cache");

const read = (address, cache) => {
  if (!loaded.has(address)) {
    const fetched = fetch(address, { cache }).then((response) => {
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
