import { metafieldResource } from '../metafield/resource';

export const productVariantMetafield = metafieldResource('productVariantMetafield');
