package org.image2ai.admin;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI administration", description = "Readiness and the audit trail.")
@interface AdminConfig {
    @AttributeDefinition(description = "Services that must be live, by the name of their type, separated by commas")
    String requiredServices() default
            "javax.sql.DataSource, org.image2ai.accounts.FirstBoot,"
                    + " org.image2ai.api.security.Authenticator, org.image2ai.api.library.Library,"
                    + " org.image2ai.api.billing.Credits, org.image2ai.api.model.ImageModelProvider,"
                    + " org.image2ai.api.generation.WorkQueue, org.image2ai.api.moderation.ContentReview,"
                    + " org.image2ai.api.privacy.ErasureFence, org.image2ai.api.health.ReadinessCheck";

    @AttributeDefinition(description = "Addresses that must be served, separated by commas")
    String requiredEndpoints() default
            "/api/v1/accounts, /api/v1/sessions, /api/v1/me, /api/v1/api-keys, /api/v1/assets,"
                    + " /api/v1/models, /api/v1/credits, /api/v1/jobs, /api/v1/webhooks, /api/v1/admin/accounts,"
                    + " /api/v1/admin/credits, /api/v1/privacy/requests, /api/v1/admin/privacy/requests, /v1/models,"
                    + " /v1/images";

    @AttributeDefinition(description = "Days that an entry of the audit trail is kept; none goes earlier")
    int auditDays() default 1095;
}
