import { metafieldResource } from '../metafield/resource';

export const storeMetafield = metafieldResource('storeMetafield');
