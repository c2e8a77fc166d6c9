// How much each kind of term counts; SEARCH.md says how well they do together.

export const NAME = 1.6; // a name counts more than a word
export const PART = 0.8; // a part of a name less
export const SYNONYM = 1; // another word for the same
export const PAIR = 1; // two neighbouring Chinese characters
export const WORD = 1; // a word, and whatever is found in its place
export const NUMBER = 1.6; // a number is seldom meant otherwise
export const WHOLE = 1.2; // so does the query as a whole
export const DATE = 0.8; // when something was said
export const TITLE = 0.8; // at what event
export const WORD_OF_TITLE = 0.2; // at what event, by a word that others use too
export const FORM = 0.9; // the same word, one or many
export const VERB = 0.5; // the same word in another form
export const ROOT = 0.5; // a word of the same root
export const PREFIX = 0.6; // a word that goes on
export const NEAR = 0.5; // a word with a typing error
