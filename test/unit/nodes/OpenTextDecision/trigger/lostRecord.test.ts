import { NodeApiError } from 'n8n-workflow';
import { objectType } from '../../../../../nodes/OpenTextDecision/records/objects';
import { buryRound } from '../../../../../nodes/OpenTextDecision/trigger/lostRecord';
import type { Ender } from '../../../../../nodes/OpenTextDecision/rounds/endRound';
import { parseLinkKey } from '../../../../../nodes/shared/linkKey';
import { NODE } from '../../../support/node';

const type = objectType('order');
const key = parseLinkKey('sandbox1:order:100:risk-review:1');
if (!key || !type) throw new Error('There is no such question');

/** Rounds of which none can be claimed. */
function ender(httpCode: string, isSpoilt: boolean): Ender {
	const error = new NodeApiError(NODE, { message: 'refused' }, { httpCode });
	const rounds: Partial<Ender['rounds']> = {
		claim: async () => await Promise.reject(error),
		isSpoilt: async () => isSpoilt,
	};
	const made: Partial<Ender> = { rounds: rounds as Ender['rounds'], run: 'trigger' };
	return made as Ender;
}

const buried = async (httpCode: string, isSpoilt = false) =>
	await buryRound({ ender: ender(httpCode, isSpoilt) }, key, { askedBy: 'case', type });

describe('a record that cannot be seen', () => {
	it('is not taken for gone while its name is taken: a list of the store may be behind', async () => {
		expect(await buried('409')).toBeUndefined();
	});

	it('is gone where something else stands under its name, or nothing could carry it', async () => {
		expect(await buried('409', true)).toBe('nowhere');
		expect(await buried('404')).toBe('nowhere');
	});

	it('says nothing where the store does not answer', async () => {
		await expect(buried('503')).rejects.toThrow('Service unavailable');
	});
});
