import type { Page } from 'playwright-core';

/** n8n marks its elements for tests with this attribute. */
const mark = (name: string) => `[data-test-id="${name}"]`;

/** The editor as a user handles it: menus, canvas, node panel. */
export class EditorPage {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens an empty workflow. */
	async openNew(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.locator(mark('canvas-plus-button')).first().waitFor();
	}

	/** Menu > Import > From file, with the browser's own file chooser. */
	async importFile(file: string): Promise<void> {
		await this.page.locator(mark('workflow-menu')).click();
		await this.page.locator(mark('workflow-menu-item-import')).hover();
		const chooser = this.page.waitForEvent('filechooser');
		await this.page.locator(mark('workflow-menu-item-import-from-file')).click();
		await (await chooser).setFiles(file);
		await this.page.locator(mark('canvas-node')).first().waitFor();
		await this.page.locator(mark('zoom-to-fit')).click();
	}

	/** Names of the nodes on the canvas, sticky notes left out. */
	async nodeNames(): Promise<string[]> {
		return await this.page
			.locator(mark('canvas-node'))
			.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node-name') ?? ''));
	}

	/** How many nodes this n8n does not know. */
	async unknownNodes(): Promise<number> {
		return await this.page.locator(mark('node-not-installed')).count();
	}

	/** Names of the nodes that the editor marks red, for example because a parameter or credential is missing. */
	async redNodes(): Promise<string[]> {
		return await this.page
			.locator(`${mark('canvas-node')}:has(${mark('node-issues')})`)
			.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node-name') ?? ''));
	}

	/** Finds a node by search in the panel and puts it on the canvas; a node with several actions is added by its first one. */
	async addBySearch(text: string, name: string): Promise<void> {
		await this.page.locator(mark('node-creator-plus-button')).click();
		await this.page.locator(mark('node-creator-search-bar')).fill(text);
		const found = this.page.locator(mark('node-creator-node-item')).or(this.page.locator(mark('item-iterator-item')));
		await found.filter({ hasText: name }).first().click();
		const action = this.page.locator(mark('node-creator-action-item')).first();
		if (await action.isVisible({ timeout: 2_000 }).catch(() => false)) await action.click();
	}

	async screenshot(file: string): Promise<void> {
		await this.page.screenshot({ path: file });
	}
}
