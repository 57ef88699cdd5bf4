/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { SetupTrouble } from '../../run/setup/trouble.cjs';
import { findChromium, missingChromium } from '../../run/setup/chromium.cjs';
import { OWNER } from './owner';
import { PATIENCE_MS } from './waiting';

/** @throws SetupTrouble when this machine has no Chromium */
export const launchBrowser = async (): Promise<Browser> => {
	const executablePath = findChromium();
	if (executablePath === undefined) throw new SetupTrouble(missingChromium() ?? 'no Chromium');
	// Chromium's own sandbox refuses to work for root, which containers usually are
	const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	return await chromium.launch({ executablePath, args, headless: true, timeout: PATIENCE_MS });
};

/** A page that waits as long as the machine needs. */
export const openPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
	const page = await browser.newPage(options);
	page.setDefaultTimeout(PATIENCE_MS);
	return page;
};

/** Signs the owner in through the editor's own form; afterwards the page shows the overview. */
export const login = async (page: Page, url: string): Promise<void> => {
	await page.goto(`${url}/signin`);
	await page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
	await page.locator('input[name="password"]').fill(OWNER.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL(/\/home\//);
};
