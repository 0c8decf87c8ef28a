// The one file that imports nodemailer. What the others use of it is named here.

export { createTransport } from "nodemailer";
export { default as DkimSigner } from "nodemailer/lib/dkim";
export { encodeWord, foldLines } from "nodemailer/lib/mime-funcs";
export { default as SmtpConnection } from "nodemailer/lib/smtp-connection";
