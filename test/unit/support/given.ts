import type { IDataObject } from 'n8n-workflow';
import type { Given } from '../../../nodes/shared/record/given';

/** A record as a service would give it. */
export const given = (record: IDataObject): Given => record;
