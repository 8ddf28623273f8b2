# Les courriels du portail. Chaque courriel est d’abord en anglais, puis en français, avec un seul
# lien. Un avis ne dit jamais ce qui a changé.

mail-french-below = (Le texte français suit.)
mail-greeting = Bonjour,
mail-official-page = La page officielle de ce service, en anglais et en français :
mail-sign-in-from-app = Ouvrez l’application Landed, ou allez au portail à partir de la page officielle indiquée plus bas, et ouvrez-y une session. Ce courriel ne contient aucun lien pour ouvrir une session, et nous n’en envoyons jamais.
mail-genuine = Vous doutez que ce courriel vienne de nous? L’application et la page du portail expliquent comment le vérifier, sans que vous ayez à ouvrir une session.
mail-no-reply = Personne ne lit les réponses à ce courriel. Pour obtenir de l’aide, écrivez à l’adresse qui s’affiche avant l’ouverture de session.

mail-account-opened-intro = Un compte a été ouvert pour { $name }, afin de confirmer sa résidence permanente.
mail-account-reissued-intro = Un nouveau mot de passe temporaire a été créé pour ce compte : { $name }. L’ancien ne fonctionne plus.
mail-username = Nom d’utilisateur : { $username }
mail-temporary-password = Mot de passe temporaire : { $password }
mail-temporary-password-ends = Le mot de passe temporaire est valide jusqu’à la fin du { $date }. Après cette date, demandez-en un nouveau.
mail-first-sign-in = Dans l’application ou sur la page du portail, choisissez « { way-temporary-go } ». Il vous faudra ce nom d’utilisateur et ce mot de passe, ainsi que la date de naissance et l’IUC de la personne à qui le compte appartient. Vous choisirez ensuite votre propre mot de passe.
mail-keep-to-yourself = Ne les communiquez à personne, pas même à quelqu’un qui vous conseille.

mail-changed-intro = Il y a du nouveau dans votre dossier.
mail-changed-what = Pour savoir de quoi il s’agit et connaître la suite, ouvrez une session.

mail-password-stored-intro = Un nouveau mot de passe a été enregistré pour ce compte : { $name }. Le mot de passe temporaire ne fonctionne plus.
mail-password-stored-not-you = Si ce n’était pas vous, écrivez à l’adresse qui s’affiche avant l’ouverture de session.
