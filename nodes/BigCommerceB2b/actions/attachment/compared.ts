import type { ItemFile } from '../../../shared/itemFile';
import type { ItemRun } from '../../../shared/itemRun';
import { attachmentName, namedSo, type Attachment } from '../../../BigCommerce/edition/transport/attachments';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { hashAt } from '../../../BigCommerce/edition/transport/downloads';

/** What some files are beside one: the same, as far as its content can be read, or others that are only called so. */
interface Compared {
	same?: Attachment;
	/** Whether the content of `same` was read; else its name is all that is known. */
	isCompared: boolean;
	/** One of its name holds something else, and none holds the same. */
	other?: Attachment;
}

/** Looks for a file among some, by its name and then by its hash: lists tell none (BigCommerce reference 13.2). */
export async function compared(
	run: ItemRun,
	client: B2bClient,
	all: readonly Attachment[],
	{ name, sha256 }: Pick<ItemFile, 'name' | 'sha256'>,
): Promise<Compared> {
	let unread: Attachment | undefined;
	let other: Attachment | undefined;
	for (const one of namedSo(all, name)) {
		const hash = await hashAt(run, client, { name: attachmentName(one), url: one.attachmentFile });
		if (hash === sha256) return { same: one, isCompared: true };
		if (hash === undefined) unread ??= one;
		else other ??= one;
	}
	return unread ? { same: unread, isCompared: false } : { other, isCompared: false };
}
