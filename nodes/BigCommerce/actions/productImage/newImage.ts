import mapValues from 'lodash/mapValues';
import { formBody } from '../../../shared/formBody';
import { readItemFile } from '../../../shared/itemFile';
import type { ItemRun } from '../../../shared/itemRun';
import type { Entered } from '../../../shared/record/field';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { newValues } from '../../../shared/record/written';
import type { Body } from '../../../shared/serviceRequest';
import { text } from '../../../shared/shape';
import { productImage } from '../../records/productParts';
import type { Collection } from '../../transport/collection';
import { INFERRED } from '../../transport/inferred';
import { idIn } from '../crud/picked';

/** BigCommerce reference 2.9. */
const MOST_BYTES = 8 * 1024 * 1024;

/** A new image as it is sent. */
interface NewImage {
	values: Entered;
	/** The name of its file, or the address that the store fetches it from. */
	from: string;
	/** A form with the file, where there is one. */
	body?: Body;
}

/**
 * What the item says of a new image: the store takes an address as JSON, and a file in a form (BigCommerce reference 7.2). The other values stand in the form as plain texts
 * (OpenAPI 3.0.3, "Special Considerations for multipart Content").
 *
 * @throws NodeOperationError when there is neither, or the file is larger than the store takes
 */
export async function readImage(run: ItemRun): Promise<NewImage> {
	if (run.text('source', 'url') !== 'file') {
		const values = newValues(run, productImage);
		return { values, from: String(values.image_url) };
	}
	const values = newValues(run, { ...productImage, required: {} });
	const file = await readItemFile(run, run.requiredText('binaryProperty', 'Input Binary Field'));
	if (file.size > MOST_BYTES) {
		throw run.refuse({
			what: `File "${file.name}" is larger than the 8 MB that BigCommerce takes`,
			next: 'Make it smaller.',
		});
	}
	const body = async () => await formBody(mapValues(values, String), 'image_file', file);
	return { values, from: file.name, body };
}

const SHOWN = { description: text, image_file: text };

/** Whether an image may be the one that was sent, by what the store shows of it. */
function mayBe(row: Given, { values, from }: NewImage): boolean {
	const { description = '', image_file: file } = fieldsIn(SHOWN, row);
	const isAsSaid = values.description === undefined || description === values.description;
	return isAsSaid && (file === undefined || INFERRED.mayBeFileOf(file, from));
}

/**
 * Creates an image. A product may have equal ones, so those that it has are read first: when the answer is lost, the only one that came since and may be ours is.
 *
 * @param place the images of the product
 * @throws NodeApiError when it is refused, or nobody knows how it ended
 */
export async function createImage(run: ItemRun, place: Collection, image: NewImage): Promise<Given> {
	const before = new Set((await place.find({})).map((row) => idIn(row)));
	const since = async (): Promise<Given | undefined> => {
		const rows = await place.find({});
		const [only, ...others] = rows.filter((row) => !before.has(idIn(row)) && mayBe(row, image));
		return others.length ? undefined : only;
	};
	return await place.create(run.functions, image.values, since, image.body);
}
