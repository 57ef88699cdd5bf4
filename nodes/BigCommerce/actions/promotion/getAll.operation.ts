import type { IDataObject } from 'n8n-workflow';
import { OutputItem, type Operation } from '../../../shared/operation';
import type { Given } from '../../../shared/record/given';
import { object, text } from '../../../shared/shape';
import { promotion } from '../../records/promotion';
import type { StoreClient } from '../../transport/StoreClient';
import { getsMany } from '../crud/getsMany';
import { scopeOf } from '../crud/picked';
import { IN_WORDS_SCOPE, inWords, inWordsField, withWords } from './inWords';

const plain = getsMany(promotion);

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of promotions',
		action: 'Get many promotions',
	},
	...plain,
	scopes: [...scopeOf(promotion, 'read-only'), IN_WORDS_SCOPE],
	output: object({ ...plain.output.properties, inWords: text }),
	fields: [...plain.fields, inWordsField],
	async execute(run, client) {
		if (!run.flag(inWordsField.name)) return await plain.execute(run, client);
		// Rules are told in words also where they are not shown.
		const whole: Given[] = [];
		const told = (row: Given): IDataObject => {
			whole.push(row);
			return { ...row };
		};
		const shown = await getsMany({ ...promotion, told }).execute(run, client);
		if (shown instanceof OutputItem) return shown;
		const words = await inWords(client, whole);
		return [shown].flat().map((row, at) => withWords(row, words[at]));
	},
};
