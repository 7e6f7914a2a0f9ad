/** For `@RouteConfig`: the route takes a file as multipart/form-data; every other answers 415 to one. */
export const UPLOAD = { upload: true };
