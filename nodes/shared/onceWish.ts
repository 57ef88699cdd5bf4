import { fingerprint } from './fingerprint';

/** What is wanted of something that may happen once: two that differ in it are not the same thing. */
export interface OnceWish {
	/** The same for text or number, whatever the order of lines, `5` or `5.00`. A line named by its SKU and then by its ID is another wish: nothing is read to compare them. */
	print: string;
	/** For texts: `MUG-GRY 2`. */
	words: string;
}

/** So much of it is kept, and told. */
const WORDS_LENGTH = 200;

const shortened = (words: string): string =>
	words.length > WORDS_LENGTH ? `${words.slice(0, WORDS_LENGTH)}…` : words;

/**
 * @param content any JSON value, spelt in one way
 * @param words how it is called in texts
 */
export const wishOf = (content: unknown, words: string): OnceWish => ({
	print: fingerprint(content),
	words: shortened(words),
});
