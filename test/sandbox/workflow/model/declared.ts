import unescape from 'lodash/unescape';
import { z } from 'zod';

import { element, textElement, type Xml } from '../../../run/models/write/xmlText';

/** A variable that a model declares, as its JSON form writes it (reference 6.2). */
export interface Declared {
	dataproperty_name: string;
	dataproperty_type: string;
	dataproperty_value: string;
}

const DATA_OBJECT = /<(?:[\w.-]+:)?dataObject\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?dataObject>)/g;

const VALUE = /<(?:[\w.-]+:)?value>([\s\S]*?)<\/(?:[\w.-]+:)?value>/;

const attributeIn = (attributes: string, name: string) =>
	unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');

/** The data objects of a model in BPMN; `itemSubjectRef` names a type of XML Schema, which no element of the file is, so that no reader of BPMN gives it. */
export const declaredIn = (xml: string): Declared[] =>
	[...xml.matchAll(DATA_OBJECT)].map(([, attributes, content = '']) => ({
		dataproperty_name: attributeIn(attributes, 'name'),
		dataproperty_type: attributeIn(attributes, 'itemSubjectRef').replace(/^xsd:/, ''),
		dataproperty_value: unescape(VALUE.exec(content)?.[1] ?? ''),
	}));

const declared = z
	.object({
		items: z.array(
			z.object({
				dataproperty_name: z.string(),
				dataproperty_type: z.string(),
				dataproperty_value: z.string().nullish(),
			}),
		),
	})
	.catch({ items: [] });

/** The same of a model in JSON; empty where its modeler wrote an empty text. */
export const declaredXml = (dataproperties: unknown): Xml[] =>
	declared.parse(dataproperties).items.map((item) =>
		element(
			'dataObject',
			{
				id: `declared_${item.dataproperty_name}`,
				name: item.dataproperty_name,
				itemSubjectRef: `xsd:${item.dataproperty_type}`,
			},
			item.dataproperty_value
				? [element('extensionElements', {}, [textElement('workflow:value', {}, item.dataproperty_value)])]
				: [],
		),
	);
