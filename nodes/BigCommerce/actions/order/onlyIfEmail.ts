import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { plainEmail } from '../../transport/orders';

/** For forms that anybody can fill in. It stands among the options, so that one whose expression came to nothing is told from one that nobody added. */
export const onlyIfEmail: INodeProperties = {
	displayName: 'Only If the E-Mail Is',
	name: 'onlyIfEmail',
	type: 'string',
	placeholder: 'e.g. nathan@example.com',
	default: '',
	description: 'Of who ordered, in any case of letters; to anybody else the order does not exist',
};

/**
 * Who the order of the item must be of.
 *
 * @returns undefined where the option was not added
 * @throws NodeOperationError when it is empty, also by an expression that came to nothing: nobody is told everything for having said nothing
 */
export function emailAsked(run: ItemRun): string | undefined {
	const { name, displayName } = onlyIfEmail;
	const options: unknown = run.functions.getNodeParameter('options', run.index, {});
	if (!isRecord(options) || !(name in options)) return undefined;
	return plainEmail(run.requiredText(`options.${name}`, displayName));
}
