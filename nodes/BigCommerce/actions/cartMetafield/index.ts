import { metafieldResource } from '../metafield/resource';

export const cartMetafield = metafieldResource('cartMetafield');
