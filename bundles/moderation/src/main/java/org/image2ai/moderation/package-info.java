/** Review of prompts and pictures: verdicts, a queue for people to decide, strikes and appeals. */
package org.image2ai.moderation;
