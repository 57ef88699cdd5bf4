import type { INodeProperties } from 'n8n-workflow';

/** The binary fields of the evidence, as Collect fills and Verify reads them. */
export const EVIDENCE_PROPERTIES = [
	{ name: 'signedDocument', displayName: 'Signed Document' },
	{ name: 'signingLog', displayName: 'Signing Log' },
	{ name: 'manifest', displayName: 'Manifest' },
] as const;

/**
 * One field for each binary field.
 *
 * @param direction what n8n's users know such a field as
 */
export const binaryFields = (direction: 'Input' | 'Output'): INodeProperties[] =>
	EVIDENCE_PROPERTIES.map(({ name, displayName }) => ({
		displayName: `${displayName}: ${direction} Binary Field`,
		name: `${name}Property`,
		type: 'string',
		default: name,
		description: `The name of the ${direction.toLowerCase()} binary field`,
	}));
