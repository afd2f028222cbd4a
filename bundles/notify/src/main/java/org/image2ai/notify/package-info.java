/** Word to people and their programs: mail and webhooks, each through a durable outbox. */
package org.image2ai.notify;
