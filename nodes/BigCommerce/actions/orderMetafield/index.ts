import { metafieldResource } from '../metafield/resource';

export const orderMetafield = metafieldResource('orderMetafield');
