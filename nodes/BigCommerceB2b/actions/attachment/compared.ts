import type { ItemFile } from '../../../shared/itemFile';
import type { ItemRun } from '../../../shared/itemRun';
import { attachmentName, namedSo, type Attachment } from '../../../BigCommerce/edition/transport/attachments';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { hashAt } from '../../../BigCommerce/edition/transport/downloads';

/** What some files are beside one, by their names and contents. */
interface Compared {
	same?: Attachment;
	/** One of its name holds something else, and none holds the same. */
	other?: Attachment;
	/** One of its name could not be read, so that nobody knows what it holds; none holds the same. */
	unread?: Attachment;
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
		if (hash === sha256) return { same: one };
		if (hash === undefined) unread ??= one;
		else other ??= one;
	}
	return { other, unread };
}
