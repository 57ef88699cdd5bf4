import type { Query } from '../../shared/serviceRequest';

/** Where the object of an event is read. */
export interface Place {
	path: string;
	/** What it is named by; undefined where the path gives the only one there is. */
	id?: string;
	/** The field that names it; left out: `id`. */
	field?: string;
	/** It is one row of a list that is narrowed down by these, since no endpoint gives it alone; without any, it is one of several. */
	among?: Query;
	/** That list may have several pages: it is walked until the one is found. */
	isPaged?: true;
	/** All rows of that list are it: the stock of each variant of a product. */
	isMany?: true;
}

const NUMBER = /^\d+$/;

/** An id that is a whole number. */
export const whole = (id = ''): string | undefined => (NUMBER.test(id) ? id : undefined);

/** Alone below a path. */
export const below = (path: string, id: string | undefined): Place | undefined =>
	id ? { path: `${path}/${id}`, id } : undefined;

/** In a list of one. */
export const inList = (
	path: string,
	filter: string,
	id: string | undefined,
	field?: string,
): Place | undefined => (id ? { path, id, among: { [filter]: id }, field } : undefined);
