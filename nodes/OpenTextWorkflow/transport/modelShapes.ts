import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/isRecord';

/** The JSON form of a model, or a part of it: a diagram and the shapes within it have the same form (reference 6.2). */
export type Shape = Readonly<IDataObject>;

/** A list of records inside a model; older files have it as text (reference 6.2). */
export function recordsIn(value: unknown): IDataObject[] {
	const list = typeof value === 'string' && value.trim().startsWith('[') ? parsed(value) : value;
	return Array.isArray(list) ? list.filter(isRecord) : [];
}

const parsed = (value: string): unknown => {
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
};

export const propertiesOf = ({ properties }: Shape): IDataObject => (isRecord(properties) ? properties : {});

export const kindOf = ({ stencil }: Shape): unknown => (isRecord(stencil) ? stencil.id : undefined);

/**
 * Every step of a model, also within pools and lanes.
 *
 * @param isEntered whether the steps within a shape belong to it; left out: those of every shape do
 */
export function shapesIn(model: Shape, isEntered: (shape: Shape) => boolean = () => true): IDataObject[] {
	return recordsIn(model.childShapes).flatMap((shape) => [
		shape,
		...(isEntered(shape) ? shapesIn(shape, isEntered) : []),
	]);
}
