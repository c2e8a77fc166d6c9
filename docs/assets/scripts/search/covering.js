// Which places of a query are covered by what was found.

/** Return, for each place of a query of some length, whether a term covers it. */
export const coverBy = (terms, length) => {
  const covered = new Uint8Array(length);
  for (const { from, to, also = [] } of terms) {
    for (const [first, last] of [[from, to], ...also]) {
      covered.fill(1, first, last);
    }
  }
  return covered;
};

/** Return whether all of a part is covered; a word may be so by its parts, as 222MW. */
export const isCovered = (covered, from, to) => {
  for (let place = from; place < to; place += 1) {
    if (!covered[place]) {
      return false;
    }
  }
  return true;
};
