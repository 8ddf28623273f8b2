# Ce qui ne va pas, par code, aux pages dont les mots ne sont pas chargés d’abord. La marche à suivre vient avant la raison.

# L’invitation
error-invitation-refused = Vérifiez le code, votre date de naissance et votre IUC. Ensemble, ils ne correspondent à aucune invitation. Si elle a été renvoyée, seul le dernier code est valable.
error-invitation-expired = Faites renvoyer l’invitation. Il était possible de répondre à celle-ci jusqu’au { $on }.
error-invitation-answered = Ouvrez une session, la première fois avec le mot de passe temporaire du courriel. Cette invitation a sa réponse, et le compte est ouvert.
error-invitation-timed-out = Ouvrez de nouveau l’invitation avec le même code. La réponse a pris trop de temps. Ce que vous avez écrit est gardé.
error-answer-incomplete = Revenez à vos réponses et relisez-les. Il faut répondre une fois pour chaque personne de la demande, et seuls les autres adultes peuvent avoir leur propre compte.
error-confirmation-refused = Vérifiez le code et l’adresse. Seul le dernier code envoyé à cette adresse est valable
error-confirmation-expired = Faites envoyer un nouveau code. Celui-ci était exact, mais son délai est passé
error-own-account-not-possible = Écrivez à l’adresse d’aide si cela vous surprend. Un compte à soi est offert aux adultes de la demande qui n’en ont pas encore.

# Retrouver l’accès
error-second-factor-refused = Vérifiez le code ou attendez que l’application affiche le suivant. Celui-ci n’est pas exact ou a déjà servi
error-second-factor-timed-out = Recommencez avec votre nom d’utilisateur et votre mot de passe. La deuxième étape a pris trop de temps.
error-password-wrong = Vérifiez votre mot de passe actuel. Ce n’est pas celui avec lequel vous ouvrez vos sessions
error-reset-code-refused = Vérifiez votre nom d’utilisateur et le code de réinitialisation. Ensemble, ils ne correspondent pas. Seul le dernier code est valable.
error-reset-code-expired = Faites envoyer un autre code de réinitialisation. Celui-ci était exact, mais son délai est passé.

# Les champs
error-required--code = Entrez le code
error-required--email = Entrez l’adresse de courriel
error-required--email-of = Entrez l’adresse de courriel pour { $name }
error-required--in-canada = Indiquez si vous êtes au Canada en ce moment
error-required--current = Entrez votre mot de passe actuel
error-required--text = Écrivez votre message
error-code-shape = { $length ->
    [6] Entrez les 6 chiffres du courriel
   *[other] Entrez le code comme dans le courriel : { $length } lettres et chiffres
}
error-factor-code-shape = Entrez les 6 chiffres que l’application affiche, ou un code de secours de 8 lettres et chiffres
error-email-shape = Entrez l’adresse de courriel au complet, comme nom@exemple.org
error-email-shape--email-of = Entrez au complet l’adresse de courriel pour { $name }, comme nom@exemple.org
