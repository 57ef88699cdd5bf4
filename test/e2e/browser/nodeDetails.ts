import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../harness';
import { mark } from './mark';

/** How often the mouse wheel is turned at most to find a field in a long list, and by how many pixels. */
const WHEEL = { turns: 60, by: 200 };

const middleOf = async (place: Locator) => {
	const box = await place.boundingBox();
	if (!box) throw new Error('nothing to see where the mouse should go');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** The open details of a node, as a user handles them. */
export class NodeDetails {
	constructor(private readonly page: Page) {}

	/** Writes into a field, over what stands there. */
	async fill(parameter: string, text: string): Promise<void> {
		await this.input(parameter).locator('input, textarea').first().fill(text);
	}

	/** Chooses an entry of a drop-down by its name. One whose entries n8n still fetches does not open yet, so it is pressed again. */
	async choose(parameter: string, name: string): Promise<void> {
		const entry = this.page
			.getByRole('option')
			.filter({ has: this.page.getByText(name, { exact: true }), visible: true });
		await waitFor(
			`${name} in the list of ${parameter}`,
			async () => {
				if (await entry.isVisible()) return true;
				await this.input(parameter).click();
				return false;
			},
			{ everyMs: 1_500 },
		);
		await entry.click();
	}

	/** Writes the value of a field of an Edit Fields node. @throws Error when it has no field of this name */
	async assign(field: string, value: string): Promise<void> {
		const row = await this.assignment(field);
		const input = row.locator(`${mark('assignment-value')} input`);
		await input.fill(value);
		await input.press('Tab');
	}

	/**
	 * Drags a field that an earlier node gives from the left side into a field of this node.
	 *
	 * @param node whose data it is; its list is opened
	 * @param path of the field in it, such as `order.id`
	 */
	async drag(node: string, path: string, parameter: string): Promise<void> {
		const panel = this.page.locator(mark('ndv-input-panel'));
		await panel.locator(mark('run-data-schema-header')).filter({ hasText: node }).click();
		const field = panel.locator(`[data-value="{{ $('${node}').item.json.${path} }}"]`).first();
		await panel.hover();
		// The list holds only what is seen of it.
		for (let turn = 0; turn < WHEEL.turns && (await field.count()) === 0; turn++) {
			await this.page.mouse.wheel(0, WHEEL.by);
			await this.page.waitForTimeout(50);
		}
		await field.scrollIntoViewIfNeeded();
		const from = await middleOf(field);
		const to = await middleOf(this.input(parameter));
		await this.page.mouse.move(from.x, from.y);
		await this.page.mouse.down();
		await this.page.mouse.move(from.x + 40, from.y, { steps: 5 });
		await this.page.mouse.move(to.x, to.y, { steps: 15 });
		await this.page.mouse.up();
		await this.input(parameter).locator('.cm-content').waitFor();
	}

	/** What a field shows. */
	async shown(parameter: string): Promise<string> {
		return (await this.input(parameter).innerText()).trim();
	}

	/** The labels of its fields. */
	async labels(): Promise<string[]> {
		const parameters = this.page.locator(mark('node-parameters'));
		await parameters.first().waitFor();
		const labels = await parameters.locator(mark('input-label')).allInnerTexts();
		return labels.map((text) => text.trim().split('\n')[0]);
	}

	/** The labels above the credentials that this node asks for. */
	async credentialLabels(): Promise<string[]> {
		const labels = this.page.locator(mark('credentials-label'));
		return (await labels.allInnerTexts()).map((text) => text.trim());
	}

	/** Closes them with the cross in the corner. */
	async close(): Promise<void> {
		await this.page.locator(mark('ndv-close-button')).click();
		await this.page.locator(mark('ndv')).waitFor({ state: 'detached' });
	}

	private input(parameter: string): Locator {
		return this.page.locator(mark(`parameter-input-${parameter}`));
	}

	private async assignment(field: string): Promise<Locator> {
		const rows = await this.page.locator(mark('assignment')).all();
		for (const row of rows)
			if ((await row.locator(`${mark('assignment-name')} input`).inputValue()) === field) return row;
		throw new Error(`there is no field ${field}`);
	}
}
