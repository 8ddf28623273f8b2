# Les courriels du portail. Chaque courriel est d’abord en anglais, puis en français, avec un seul
# lien. Un avis ne dit jamais ce qui a changé.

mail-french-below = (Le texte français suit.)
mail-greeting = Bonjour,
mail-official-page = La page officielle de ce service, en anglais et en français :
mail-sign-in-from-app = Ouvrez l’application Landed, ou allez au portail à partir de la page officielle indiquée plus bas, et ouvrez-y une session. Ce courriel ne contient aucun lien pour ouvrir une session, et nous n’en envoyons jamais.
mail-genuine = Vous doutez que ce courriel vienne de nous? L’application et la page du portail expliquent comment le vérifier, sans que vous ayez à ouvrir une session.
mail-no-reply = Personne ne lit les réponses à ce courriel. Pour obtenir de l’aide, écrivez à l’adresse qui s’affiche avant l’ouverture de session.

mail-account-opened-title = Un compte a été ouvert pour { $name }, afin de confirmer sa résidence permanente.
mail-account-reissued-title = Un nouveau mot de passe temporaire a été créé pour ce compte : { $name }.
mail-account-reissued-old = L’ancien ne fonctionne plus.
mail-username = Nom d’utilisateur : { $username }
mail-temporary-password = Mot de passe temporaire : { $password }
mail-temporary-password-ends = Le mot de passe temporaire est valide jusqu’à la fin du { $date }. Après cette date, demandez-en un nouveau.
mail-first-sign-in = Dans l’application ou sur la page du portail, choisissez « { way-temporary-go } ». Il vous faudra ce nom d’utilisateur et ce mot de passe, ainsi que la date de naissance et l’IUC de la personne à qui le compte appartient. Vous choisirez ensuite votre propre mot de passe.
mail-keep-to-yourself = Ne les communiquez à personne, pas même à quelqu’un qui vous conseille.

mail-changed-title = Il y a du nouveau dans votre dossier.
mail-changed-what = Pour savoir de quoi il s’agit et connaître la suite, ouvrez une session.

mail-password-stored-title = Un nouveau mot de passe a été enregistré pour ce compte : { $name }.
mail-password-stored-old = Le mot de passe temporaire ne fonctionne plus.
mail-not-you = Si ce n’était pas vous, écrivez à l’adresse qui s’affiche avant l’ouverture de session.

mail-keep-code-to-yourself = Ne communiquez ce code à personne, pas même à quelqu’un qui vous conseille.
mail-go-to-portal = Ouvrez l’application Landed, ou allez au portail à partir de la page officielle indiquée plus bas. Ce courriel ne contient aucun lien pour ouvrir une session, et nous n’en envoyons jamais.
mail-code-ends-after-hours = { $hours ->
    [one] Le code est valide pendant { $hours } heure. Ensuite, demandez-en un nouveau.
   *[other] Le code est valide pendant { $hours } heures. Ensuite, demandez-en un nouveau.
}
mail-code-ends-after-minutes = { $minutes ->
    [one] Le code est valide pendant { $minutes } minute. Ensuite, demandez-en un nouveau.
   *[other] Le code est valide pendant { $minutes } minutes. Ensuite, demandez-en un nouveau.
}
mail-if-you = Si c’était vous, vous n’avez rien à faire.
mail-choose-new-password = Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe : dans l’application ou sur la page du portail, indiquez que vous avez oublié le vôtre. Écrivez ensuite à l’adresse qui s’affiche avant l’ouverture de session.

mail-invited-title = { $name } peut maintenant confirmer sa résidence permanente en ligne.
mail-invitation-code = Code d’invitation : { $code }
mail-invited-what = Dans l’application ou sur la page du portail, choisissez « { way-invitation-go } ». Il vous faudra ce code, ainsi que la date de naissance et l’IUC de la personne invitée : { $name }.
mail-invited-ends = Le code est valide jusqu’à la fin du { $date }. Après cette date, faites envoyer l’invitation de nouveau.

mail-confirm-title = Confirmez cette adresse de courriel.
mail-code = Code : { $code }
mail-confirm-what = Tapez ce code là où l’application ou la page du portail vous le demande. Si rien ne vous le demande, choisissez « { door-confirm-address } » à la première page.
mail-confirm-not-you = Si vous n’attendiez pas ce courriel, ne faites rien. Nous n’envoyons rien d’autre à une adresse qui n’est pas confirmée.

mail-reset-title = Voici le code qui permet de choisir un nouveau mot de passe pour ce compte : { $name }.
mail-reset-code = Code de réinitialisation : { $code }
mail-reset-what = Tapez-le dans l’application ou sur la page du portail, avec votre nom d’utilisateur et un nouveau mot de passe.
mail-reset-not-you = Si vous ne l’avez pas demandé, ne faites rien. Le mot de passe reste le même.

mail-usernames-title = Vous avez demandé quel nom d’utilisateur il faut pour ouvrir une session.
mail-username-of = Nom d’utilisateur pour { $name } : { $username }
mail-usernames-what = Ouvrez une session avec votre nom d’utilisateur et votre mot de passe.
mail-usernames-not-you = Si vous ne l’avez pas demandé, ne faites rien. Un nom d’utilisateur seul ne permet à personne d’ouvrir une session.

mail-new-device-title = Un nouvel appareil a ouvert une session dans ce compte : { $name }.
mail-new-device-which = Le { $when } : { $device }.

mail-credential-password-title = Le mot de passe de ce compte a été changé : { $name }.
mail-credential-factor-on-title = La deuxième étape d’ouverture de session a été activée pour ce compte : { $name }.
mail-credential-factor-off-title = La deuxième étape d’ouverture de session a été désactivée pour ce compte : { $name }.
mail-credential-recovery-codes-title = De nouveaux codes de secours ont été créés pour ce compte : { $name }.
mail-credential-recovery-codes-old = Les anciens ne fonctionnent plus.
mail-credential-recovery-code-used-title = Un code de secours a servi à ouvrir une session dans ce compte : { $name }.
mail-credential-recovery-code-used-once = Il ne fonctionne pas une deuxième fois.

mail-email-will-change-title = L’adresse de courriel de ce compte va changer : { $name }.
mail-email-will-change-when = À partir du { $when }, nos courriels au sujet de ce compte vont à la nouvelle adresse.
mail-email-will-change-you = Si vous l’avez demandé, vous n’avez rien à faire. Sinon, écrivez tout de suite à l’adresse qui s’affiche avant l’ouverture de session.

mail-email-changed-title = L’adresse de courriel de ce compte a été changée : { $name }.
mail-email-changed-where = Nos courriels au sujet de ce compte vont maintenant à la nouvelle adresse.
