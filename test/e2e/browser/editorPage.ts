import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../harness';
import { mark } from './mark';
import { NodeDetails } from './nodeDetails';

const names = async (nodes: Locator): Promise<string[]> =>
	await nodes.evaluateAll((found) => found.map((node) => node.getAttribute('data-node-name') ?? ''));

/** The editor as a user handles it: menus, canvas, node panel. */
export class EditorPage {
	/** Of the node whose details are open. */
	readonly details: NodeDetails;

	/** What the page's own program complained about, oldest first. What the network did not bring is n8n's affair: it works offline too. */
	readonly errors: string[] = [];

	constructor(
		readonly page: Page,
		private readonly url: string,
	) {
		page.on('pageerror', ({ message }) => this.errors.push(message));
		page.on('console', (message) => {
			if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
				this.errors.push(message.text());
		});
		this.details = new NodeDetails(page);
	}

	/** Opens an empty workflow. */
	async openNew(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.locator(mark('canvas-plus-button')).waitFor();
	}

	/** Menu > Import > From file, with the browser's own file chooser. */
	async importFile(file: string): Promise<void> {
		await this.page.locator(mark('workflow-menu')).click();
		await this.page.locator(mark('workflow-menu-item-import')).hover();
		const chooser = this.page.waitForEvent('filechooser');
		await this.page.locator(mark('workflow-menu-item-import-from-file')).click();
		await (await chooser).setFiles(file);
		await this.page.locator(mark('canvas-node')).first().waitFor();
	}

	/**
	 * Closes what n8n says in the corner. One that comes while another goes slides under the pointer, and a message
	 * under the pointer never goes by itself: so each look closes what it sees, until there is nothing to see.
	 */
	async closeMessages(): Promise<void> {
		const crosses = this.page.locator('.el-notification__closeBtn');
		await waitFor('the messages to go', async () => {
			for (const cross of await crosses.elementHandles())
				if (await cross.isVisible()) await cross.click({ force: true }).catch(() => undefined); // it went by itself meanwhile
			return (await crosses.count()) === 0;
		});
	}

	/** Shows the whole canvas. */
	async zoomToFit(): Promise<void> {
		await this.page.locator(mark('zoom-to-fit')).click();
		await this.atRest();
	}

	/** Waits until the canvas, which glides to its new place, stands still and shows the same nodes in several looks. */
	private async atRest(): Promise<void> {
		let before = '';
		let looks = 0;
		await waitFor('the canvas to stand still', async () => {
			const nodes = this.page.locator(mark('canvas-node'));
			const now = JSON.stringify([await names(nodes), await nodes.first().boundingBox()]);
			looks = now === before ? looks + 1 : 0;
			before = now;
			return looks >= 3;
		});
	}

	/** Names of the nodes on the canvas, sticky notes left out. */
	async nodeNames(): Promise<string[]> {
		return await names(this.page.locator(mark('canvas-node')));
	}

	/** How many nodes this n8n does not know. */
	async unknownNodes(): Promise<number> {
		return await this.page.locator(mark('node-not-installed')).count();
	}

	/** Names of the nodes that the editor marks red: a parameter or a credential is missing. */
	async redNodes(): Promise<string[]> {
		return await names(this.page.locator(`${mark('canvas-node')}:has(${mark('node-issues')})`));
	}

	/** Finds a node by search in the panel, chooses one of its actions, and closes the details that open. */
	async addBySearch(search: string, action: string): Promise<void> {
		await this.page.locator(mark('node-creator-plus-button')).click();
		await this.page.locator(mark('node-creator-search-bar')).fill(search);
		await this.item(search).click();
		await this.item(action).click();
		await this.page
			.locator(mark('ndv'))
			.or(this.page.locator(mark('back-to-canvas')))
			.first()
			.waitFor();
	}

	/** Opens the details of a node on the canvas. */
	async openDetails(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.page.locator(mark('ndv')).waitFor();
	}

	/**
	 * Runs a node with the button above it; those before it that have run already are not run again.
	 *
	 * @throws Error when n8n marks it red instead
	 */
	async runNode(name: string): Promise<void> {
		await this.node(name).hover();
		await this.node(name).locator(mark('execute-node-button')).click();
		const [hasRun, isRed] = ['canvas-node-status-success', 'node-issues'].map((status) =>
			this.node(name).locator(mark(status)),
		);
		await hasRun.or(isRed).first().waitFor();
		if (await isRed.count()) throw new Error(`${name} is red`);
	}

	/** The lines on the canvas, each as `from > to`. */
	async connections(): Promise<string[]> {
		return await this.page
			.locator(mark('edge'))
			.evaluateAll((edges) =>
				edges.map(
					(edge) =>
						`${edge.getAttribute('data-source-node-name')} > ${edge.getAttribute('data-target-node-name')}`,
				),
			);
	}

	/** Takes a node away with the bin above it; n8n closes the gap. */
	async remove(name: string): Promise<void> {
		await this.node(name).hover();
		await this.node(name).locator(mark('delete-node-button')).click();
		await this.node(name).waitFor({ state: 'detached' });
	}

	/**
	 * Adds a node with the plus behind an output; its details are open afterwards.
	 *
	 * @param output counted from 0
	 * @param search what is typed into the panel, the name of a node
	 */
	async addBehind(name: string, output: number, search: string, action: string): Promise<void> {
		const plus = this.node(name).locator(
			`[data-handleid="outputs/main/${output}"] ${mark('canvas-handle-plus')}`,
		);
		await plus.click();
		await this.page.locator(mark('node-creator-search-bar')).fill(search);
		await this.item(search).click();
		await this.item(action).click();
		await this.page.locator(mark('ndv')).waitFor();
	}

	/** Presses Publish, and again in the dialog that opens. @returns the id of the workflow, as the address of the page has it */
	async publish(): Promise<string> {
		await this.page.locator(mark('workflow-open-publish-modal-button')).click();
		await this.page.locator(mark('workflow-publish-button')).click();
		await this.page.locator(mark('workflow-publish-button')).waitFor({ state: 'detached' });
		await this.page.getByRole('button', { name: 'Publishing' }).waitFor({ state: 'detached' });
		return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
	}

	/** The fields that a resource mapper shows, below its heading. */
	async mappedFields(): Promise<string[]> {
		const labels = this.page.locator(`${mark('resource-mapper-container')} label`);
		await labels.filter({ hasText: 'Values to Send' }).waitFor();
		// Beside the name stands the switch between a fixed value and an expression.
		const [, ...fields] = (await labels.allInnerTexts()).map((text) => text.trim().split('\n')[0]);
		return fields.slice(1);
	}

	/** Adds a field to a resource mapper by its name. */
	async addMappedField(name: string): Promise<void> {
		await this.page.locator(`${mark('add-fields-select')} button`).click();
		await this.page.getByRole('menuitem', { name, exact: true }).click();
	}

	/** Opens the list of a resource locator and gives what it shows. */
	async listOf(parameter: string): Promise<string[]> {
		await this.page.locator(`${mark(`resource-locator-${parameter}`)} ${mark('rlc-input')}`).click();
		const items = this.page.locator(mark('rlc-item')).filter({ visible: true });
		await items.first().waitFor();
		return await items.allInnerTexts();
	}

	async closeDetails(): Promise<void> {
		await this.page.keyboard.press('Escape');
	}

	async screenshot(file: string): Promise<void> {
		await this.page.screenshot({ path: file });
	}

	private node(name: string): Locator {
		return this.page.locator(`${mark('canvas-node')}[data-node-name="${name}"]`);
	}

	/** An entry of the panel with exactly this name. */
	private item(name: string): Locator {
		return this.page
			.locator(mark('item-iterator-item'))
			.filter({ has: this.page.getByText(name, { exact: true }) })
			.first();
	}
}
