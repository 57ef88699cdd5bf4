import { choice, text as textField } from '../../shared/record/field';
import type { ListTable } from '../../shared/record/listing';
import type { LocatorTable } from '../../shared/record/locator';
import { flag, object, orNull, text, whole, type Properties } from '../../shared/shape';
import { readVersion, type ModelVersion } from '../transport/modelVersions';

/** One version of a process model, as every operation gives it. Its key is what Start asks for. */
const modelFields: Properties = {
	modelId: text,
	modelKey: text,
	name: orNull(text),
	version: orNull(whole),
	modelType: orNull(text),
};

export const MODEL = object({ ...modelFields, content: object(), xml: text });
export const DEPLOYED = object({ deployed: flag, ...modelFields });
export const MODEL_DELETED = object({ deleted: flag, ...modelFields });

export const modelItem = ({ id, key, name, version, modelType }: ModelVersion) => ({
	modelId: id,
	modelKey: key,
	name: name ?? null,
	version: version ?? null,
	modelType: modelType ?? null,
});

/** One version, the older ones included. */
export const VERSION_LOCATOR: LocatorTable = {
	name: 'modelId',
	label: 'Model',
	description: 'One version of a process model',
	search: 'searchModelVersions',
	like: 'b7c8d9e0-3391-11ea-b509-eeee0affefe7',
};

/** The same, or the version that starts new cases. */
export const MODEL_LOCATOR: LocatorTable = {
	...VERSION_LOCATOR,
	description: 'By its key, the latest version is meant',
	key: { mode: 'key', label: 'Key', like: 'order_risk_review' },
};

/** What the list of models can be asked for, and what it gives (reference 4.7, M2). */
export const models = {
	words: 'process models',
	properties: modelFields,
	item: (row) => modelItem(readVersion(row)),
	filters: {
		key: textField('Process Model Key', '', { name: 'modelKey' }),
		modelType: choice('Type', '', [
			{ name: 'JSON', value: 'json' },
			{ name: 'XML', value: 'xml' },
		]),
		processDefinitionId: textField('Process Model Version ID', 'As cases name it', {
			name: 'modelVersionId',
		}),
	},
} satisfies ListTable;
