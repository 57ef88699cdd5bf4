export * from './reviews';
export * from './start';
export * from './story';
export { STORIES } from './told';
