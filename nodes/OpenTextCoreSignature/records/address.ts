/** One address and nothing else: what lists, links and mail programs put around it would be mailed to nobody, and the request would wait for ever. No dot stands first, last, or beside another. */
const EMAIL =
	/^[^\s@.;:,<>()[\]\\"]+(\.[^\s@.;:,<>()[\]\\"]+)*@([\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}-]{2,}$/u;

/** Characters that nobody sees, such as U+200B, which come along when an address is copied. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether a mail to it can reach anybody. */
export const isAddress = (text: string): boolean => EMAIL.test(text);

/** An address without what cannot be seen. */
export const seenAddress = (text: string): string => text.replace(INVISIBLE, '').trim();
