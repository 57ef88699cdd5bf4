import { Provider, type Needs } from '../../run/layers/needs';
import { SetupTrouble } from '../../run/setup/trouble.cjs';

const ready = async () => {};
const lacking = (line: string) => jest.fn().mockRejectedValue(new SetupTrouble(line));

const needsWith = (changes: Partial<Needs>): Needs => ({
	build: { ensure: ready, optional: false, again: true },
	tarball: { ensure: ready, optional: false, again: true },
	n8n: { ensure: ready, optional: true, again: false },
	chromium: { ensure: ready, optional: true, again: true },
	specs: { ensure: ready, optional: true, again: true },
	...changes,
});

const providerOf = (changes: Partial<Needs>, onCi = false) => new Provider(needsWith(changes), () => onCi);

describe('bringing what a layer needs', () => {
	it('brings all of it, and there is no obstacle', async () => {
		const n8n = jest.fn(ready);
		const provider = providerOf({ n8n: { ensure: n8n, optional: true, again: false } });
		expect(await provider.provide(['tarball', 'n8n'])).toBeUndefined();
		expect(n8n).toHaveBeenCalledTimes(1);
	});

	it.each([
		['a developer may do without n8n', false, true, false],
		['CI may not', true, true, true],
		['nobody may do without the build', false, false, true],
	])('%s', async (_rule, onCi, optional, isFailure) => {
		const provider = providerOf({ n8n: { ensure: lacking('No network'), optional, again: false } }, onCi);
		expect(await provider.provide(['n8n', 'chromium'])).toEqual({ reason: 'No network', isFailure });
	});

	it('what only some tests want does not keep the others from running, and the line says what to do', async () => {
		const specs = { ensure: lacking('no descriptions: `get them`'), optional: true, again: true };
		const n8n = { ensure: lacking('No network'), optional: true, again: false };
		const provider = providerOf({ specs, n8n });
		expect(await provider.tryToProvide(['build', 'specs', 'n8n'])).toEqual([
			'no descriptions: `get them`',
			'No network',
		]);
		expect(await provider.tryToProvide(['build', 'tarball'])).toEqual([]);
	});

	it('does not wait a second time in one run for an n8n that cannot be had', async () => {
		const ensure = lacking('No network');
		const provider = providerOf({ n8n: { ensure, optional: true, again: false } });
		expect(await provider.tryToProvide(['n8n'])).toEqual(['No network']);
		expect(await provider.provide(['n8n'])).toEqual({ reason: 'No network', isFailure: false });
		expect(ensure).toHaveBeenCalledTimes(1);
	});

	it('tries a failed build again for the next layer', async () => {
		const ensure = jest.fn().mockRejectedValueOnce(new SetupTrouble('broken')).mockResolvedValue(undefined);
		const provider = providerOf({ build: { ensure, optional: false, again: true } });
		expect(await provider.provide(['build'])).toMatchObject({ isFailure: true });
		expect(await provider.provide(['build'])).toBeUndefined();
	});
});
