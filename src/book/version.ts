/** The version of package.json and of the manifest (there with a fourth part); a test holds them together. */
export const VERSION = '1.0.0';
