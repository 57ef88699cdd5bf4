/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { findChromium, MISSING_CHROMIUM } from '../setup/chromium.cjs';
import { ensureN8n } from '../setup/n8nCache.cjs';
import { ensureBuilt, packTarball } from '../setup/pack.cjs';
import { describeTrouble, SetupTrouble } from '../setup/trouble.cjs';

export type NeedName = 'build' | 'tarball' | 'n8n' | 'chromium';

interface Need {
	ensure: () => Promise<unknown>;
	/** whether a developer's machine may do without; a CI machine may not */
	optional: boolean;
}

const NEEDS: Record<NeedName, Need> = {
	build: { ensure: ensureBuilt, optional: false },
	tarball: { ensure: packTarball, optional: false },
	n8n: { ensure: ensureN8n, optional: true },
	chromium: {
		ensure: async () => {
			if (findChromium() === undefined) throw new SetupTrouble(MISSING_CHROMIUM);
		},
		optional: true,
	},
};

/** Why a layer cannot run, and whether that is a failure. */
export interface Obstacle {
	reason: string;
	isFailure: boolean;
}

const isCi = () => !['', '0', 'false', undefined].includes(process.env.CI);

/** Provides what a layer needs, one after the other; the first that cannot be had is the obstacle. */
export const provide = async (needs: readonly NeedName[]): Promise<Obstacle | undefined> => {
	for (const name of needs) {
		const { ensure, optional } = NEEDS[name];
		try {
			await ensure();
		} catch (error) {
			return { reason: describeTrouble(error), isFailure: !optional || isCi() };
		}
	}
	return undefined;
};
