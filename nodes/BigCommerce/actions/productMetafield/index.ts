import { metafieldResource } from '../metafield/resource';

export const productMetafield = metafieldResource('productMetafield');
