import type { Operation } from '../../../shared/operation';
import { object, text } from '../../../shared/shape';
import { simplified } from '../../../shared/simplified';
import { promotion } from '../../records/promotion';
import type { StoreClient } from '../../transport/StoreClient';
import { getsOne } from '../crud/getsOne';
import { collectionOf, idOf, scopeOf } from '../crud/picked';
import { IN_WORDS_SCOPE, inWords, inWordsField, withWords } from './inWords';

const plain = getsOne(promotion);

export const get: Operation<StoreClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one promotion',
		action: 'Get a promotion',
	},
	...plain,
	scopes: [...scopeOf(promotion, 'read-only'), IN_WORDS_SCOPE],
	output: object({ ...promotion.properties, inWords: text }),
	fields: [...plain.fields, inWordsField],
	async execute(run, client) {
		if (!run.flag(inWordsField.name)) return await plain.execute(run, client);
		const collection = await collectionOf(run, client, promotion);
		const whole = await collection.get(await idOf(run, client, promotion));
		const [words] = await inWords(client, [whole]);
		return withWords(run.flag('simplify', true) ? simplified(whole, promotion.simple) : whole, words);
	},
};
