import { metafieldResource } from '../metafield/resource';

export const categoryMetafield = metafieldResource('categoryMetafield');
