import type { ItemRun } from '../../shared/itemRun';
import { beforeChange as before } from '../links/beforeChange';
import { objectType } from '../records/objects';
import { editionKind } from '../records/objects/edition';

/**
 * What has to be done before the first change that goes out for some items: the decisions that they carry out are marked as begun, also those about companies and quotes, which this node cannot read.
 *
 * @param runs the items that share what is sent
 */
export const beforeChange = (runs: readonly ItemRun[]): (() => Promise<void>) =>
	before(runs, (value) => objectType(value) ?? editionKind(value));
