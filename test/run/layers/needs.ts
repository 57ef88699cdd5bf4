import { missingChromium } from '../setup/chromium.cjs';
import type { NeedName } from '../setup/layerNeeds.cjs';
import { isCi } from '../setup/machine.cjs';
import { ensureN8n } from '../setup/n8nCache.cjs';
import { ensureBuilt, packTarball } from '../setup/pack.cjs';
import { missingSpecs } from '../setup/specs.cjs';
import { describeTrouble, SetupTrouble } from '../setup/trouble.cjs';

export interface Need {
	/** brings it, or throws what is wrong and what to do about it */
	ensure: () => Promise<unknown>;
	/** whether a developer's machine may do without; a CI machine may not */
	optional: boolean;
	/** may another layer of the same run try again: the sources may have changed, a network that is gone is gone */
	again: boolean;
}

export type Needs = Record<NeedName, Need>;

const orThrow = (missing: () => string | undefined) => async () => {
	const line = missing();
	if (line !== undefined) throw new SetupTrouble(line);
};

const installedN8n = async () => {
	await ensureN8n().catch((error: unknown) => {
		throw new SetupTrouble(`n8n cannot be installed. ${describeTrouble(error)}`);
	});
};

export const NEEDS: Needs = {
	build: { ensure: ensureBuilt, optional: false, again: true },
	tarball: { ensure: packTarball, optional: false, again: true },
	n8n: { ensure: installedN8n, optional: true, again: false },
	chromium: { ensure: orThrow(missingChromium), optional: true, again: true },
	specs: { ensure: orThrow(missingSpecs), optional: true, again: true },
};

/** Why a layer cannot run, and whether that is a failure. */
export interface Obstacle {
	reason: string;
	isFailure: boolean;
}

/** Brings what layers need. One for a whole run: what could not be had once is not waited for again. */
export class Provider {
	private readonly refused = new Map<NeedName, string>();

	constructor(
		private readonly needs: Needs = NEEDS,
		private readonly onCi: () => boolean = isCi,
	) {}

	/** Provides what a layer cannot run without, one after the other; the first that cannot be had is the obstacle. */
	async provide(names: readonly NeedName[]): Promise<Obstacle | undefined> {
		for (const name of names) {
			const reason = await this.bring(name);
			if (reason !== undefined) return { reason, isFailure: !this.needs[name].optional || this.onCi() };
		}
		return undefined;
	}

	/**
	 * Provides what only some tests of a layer need.
	 * @returns for each that cannot be had, one line with what to do about it
	 */
	async tryToProvide(names: readonly NeedName[]): Promise<string[]> {
		const missing: string[] = [];
		for (const name of names) missing.push((await this.bring(name)) ?? '');
		return missing.filter((line) => line !== '');
	}

	private async bring(name: NeedName): Promise<string | undefined> {
		const { ensure, again } = this.needs[name];
		const known = this.refused.get(name);
		if (known !== undefined) return known;
		try {
			await ensure();
			return undefined;
		} catch (error) {
			const reason = describeTrouble(error);
			if (!again) this.refused.set(name, reason);
			return reason;
		}
	}
}
