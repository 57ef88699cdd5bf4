import { isRecord } from '../../shared/isRecord';
import { fieldsIn } from '../../shared/record/given';
import { text } from '../../shared/shape';
import { INFERRED } from './inferred';
import { modelsOfVersion } from './modelOfVersion';
import { propertiesOf, type Shape } from './modelShapes';
import { findVersion, latestVersion } from './modelVersions';
import type { WorkflowClient } from './WorkflowClient';

/** A variable with which cases of a model start, as the model declares it (reference 6.2). */
export interface DeclaredVariable {
	name: string;
	/** Of variables (reference 5.1); undefined where the model names a type that is none. */
	type?: string;
	/** What it is unless something else is said, as the model writes it. */
	start?: string;
}

const DECLARED = { dataproperty_name: text, dataproperty_type: text, dataproperty_value: text };

const parsed = (written: string): unknown => {
	try {
		return JSON.parse(written);
	} catch {
		return undefined;
	}
};

/** An object or a list, also where it stands as text: older models write parts of themselves so (reference 6.2). */
const unpacked = (value: unknown): unknown =>
	typeof value === 'string' && /^\s*[{[]/.test(value) ? parsed(value) : value;

/** `xsd:int` of the XML form, too. */
const typeOf = (declared = ''): string | undefined => {
	const name = declared
		.trim()
		.toLowerCase()
		.replace(/^xsd?:/, '');
	return Object.hasOwn(INFERRED.declaredTypes, name) ? INFERRED.declaredTypes[name] : undefined;
};

/**
 * The variables that a model declares, in its order; of two with one name the first.
 *
 * @param model its JSON form; one without `dataproperties` declares none (reference 6.2)
 */
export function declaredIn(model: Shape): DeclaredVariable[] {
	const held = unpacked(propertiesOf(model).dataproperties);
	const items = isRecord(held) ? held.items : held;
	const variables = (Array.isArray(items) ? items : []).map((item) => {
		const { dataproperty_name: name = '', dataproperty_type, dataproperty_value } = fieldsIn(DECLARED, item);
		const type = typeOf(dataproperty_type);
		return { name, ...(type && { type }), ...(dataproperty_value && { start: dataproperty_value }) };
	});
	const first = new Map([...variables].reverse().map((variable) => [variable.name, variable]));
	return variables.filter((variable) => variable.name.trim() && first.get(variable.name) === variable);
}

/** Why a model does not tell what it declares: there is none, or the service does not show what it holds. */
export type Untold = 'missing' | 'hidden';

/**
 * The variables that a deployed model declares (reference 4.7, M2 and M3; 6.2).
 *
 * @param model its key, of which the latest version is meant, or the ID of one version
 * @returns hidden as well where several versions may be the one that is meant
 * @throws NodeApiError when the service does not answer, or refuses the JSON form
 */
export async function declaredVariables(
	client: WorkflowClient,
	model: { key: string } | { versionId: string },
): Promise<DeclaredVariable[] | Untold> {
	const [version, other] =
		'key' in model
			? [await latestVersion(client, model.key)]
			: await modelsOfVersion(client, model.versionId);
	if (other) return 'hidden';
	const found = version && (await findVersion(client, version.id, 'json'));
	if (!found) return 'missing';
	return isRecord(found.content) ? declaredIn(found.content) : 'hidden';
}
