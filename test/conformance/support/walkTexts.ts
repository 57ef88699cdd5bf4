import type { INodeProperties, ResourceMapperField } from 'n8n-workflow';
import type { Exchange } from '../../sandbox/core/exchanges';
import { textsSent, unsentOf } from './arrivals';
import { filled } from './filled';
import { HOSTILE, hostileLocators, hostileText, tagged } from './hostile';
import { injected } from './lawful';
import type { Entering, Ran } from './run';
import { refusedFields, textFields, type TextField } from './textFields';

/** What the walk over texts needs of an operation. */
export interface Texting {
	/** For tables: node, resource and operation. */
	title: string;
	fields: readonly INodeProperties[];
	/** The fields of its resource mapper. */
	loadedOf(): Promise<ResourceMapperField[]>;
	/** Over one item, with what is wrong with how it ended. */
	run(entering: Entering, text: string): Promise<Ran & { faults: string[] }>;
}

/** What an address cannot hold; nothing is changed by asking for it. */
const TOO_LONG = /longer than it takes$/;

/** How an operation ended with a text in every field that takes it. */
interface Ending {
	/** How it was refused at last, if it was. */
	refused?: string;
	/** Labels of the fields whose texts were not sent as they are. */
	unsent: string[];
	faults: string[];
}

/** Enters the text into every field, and takes it out of whichever refuses it, until the operation is done or nobody can tell what it refuses. */
async function entered({ fields, run, loadedOf }: Texting, text: string): Promise<Ending> {
	const loaded = await loadedOf();
	const faults: string[] = [];
	const refusing = new Set<string>();
	for (;;) {
		const left = textFields(fields, loaded).filter(({ label }) => !refusing.has(label));
		const tags = new Map(left.map(({ label, tag }) => [label, tag]));
		const filledIn = new Set<string>();
		const fill = hostileText(tags);
		const ran = await run(
			(prepared) =>
				filled(
					fields,
					prepared,
					(property, given) => {
						const value = fill(property, given);
						if (value !== given) filledIn.add(property.displayName);
						return value;
					},
					loaded,
				),
			text,
		);
		const inForm = left.filter(({ label }) => filledIn.has(label));
		const texts = inForm.map(({ tag }) => tagged(text, tag));
		faults.push(...ran.faults, ...injected(ran.sent, texts));
		if (!ran.error) return { unsent: unsentIn(ran.sent, inForm, text), faults };
		const refused = refusedFields(ran.error, inForm);
		if (!refused.length) return { refused: ran.error.message, unsent: [], faults };
		for (const label of refused) refusing.add(label);
	}
}

function unsentIn(sent: readonly Exchange[], inForm: readonly TextField[], text: string): string[] {
	const texts = textsSent(sent);
	const isSent = ({ tag }: TextField) => texts.some((one) => one.includes(tagged(text, tag).trim()));
	return inForm.filter((field) => !isSent(field)).map(({ label }) => label);
}

/**
 * Walks over an operation with texts of strangers. Whichever field does not take one refuses it by its name, before anything is changed, or the service does so in its own words; with the
 * others the operation is done, and the texts arrive as they are where they belong.
 */
export function walkTexts(operation: Texting): void {
	const { title, fields, run } = operation;

	if (fields.some(({ type }) => type === 'resourceMapper') || textFields(fields, []).length) {
		it('takes texts of strangers for texts, and sends them as they are, or refuses them by their fields', async () => {
			const unsent = new Set<string>();
			const faults: string[] = [];
			for (const [name, text] of Object.entries(HOSTILE)) {
				const ending = await entered(operation, text);
				const isRefused = ending.refused && !TOO_LONG.test(ending.refused);
				faults.push(...ending.faults, ...(isRefused ? [`${name}: ${ending.refused}`] : []));
				for (const label of ending.unsent) unsent.add(label);
			}
			expect(faults).toEqual([]);
			expect([...unsent].sort()).toEqual(unsentOf(title));
		});
	}

	const locators = hostileLocators(fields);
	if (locators.length) {
		it('is done or refused whole when it is picked by a text of a stranger', async () => {
			const text = HOSTILE['a way to another address'];
			const all: string[] = [];
			for (const locator of locators) {
				const { faults, sent } = await run(locator, text);
				all.push(...faults, ...injected(sent, [tagged(text, '')]));
			}
			expect(all).toEqual([]);
		});
	}
}
