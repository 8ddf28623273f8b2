# La première page et les façons d’entrer.

welcome-heading = Confirmez votre résidence permanente
welcome-lead = Déclarez que vous êtes au Canada, donnez l’adresse pour votre carte et envoyez une photo. Suivez ensuite chaque étape jusqu’à l’envoi de la carte.
way-temporary = Vous avez un mot de passe temporaire
way-temporary-text = Il est arrivé par courriel avec votre nom d’utilisateur. Ayez sous la main votre date de naissance et votre IUC.
way-temporary-go = Première ouverture de session
way-invitation = Vous avez une invitation
way-invitation-text = Elle est arrivée par courriel, avec un code. Ayez sous la main votre date de naissance et votre IUC.
way-invitation-go = Répondre à l’invitation
way-own = Vous avez votre propre mot de passe
way-own-text = Vous avez déjà ouvert une session ici.
way-own-go = Ouvrir une session
representative-title = N’ouvrez une session que pour vous-même
representative-text = Un consultant, une avocate ou toute autre personne qui vous représente peut vous conseiller, mais jamais ouvrir une session à votre place ni déclarer votre présence. Ne lui donnez pas votre mot de passe : une fois la session ouverte, vous pouvez lui donner le résumé prévu pour elle.

sign-in = Ouvrir la session
signing-in = Ouverture…
sign-in-heading = Ouvrez une session
sign-in-first-time = Vous avez un mot de passe temporaire?
sign-in-first-time-go = Première ouverture de session
forgotten-password-go = Mot de passe oublié?
forgotten-username-go = Nom d’utilisateur oublié?
way-out-first-again = Faire envoyer un nouveau mot de passe temporaire
username = Nom d’utilisateur
username-hint = 8 lettres et chiffres du courriel, comme K7MP‑2XQD
password = Mot de passe
password-show = Voir
password-hide = Cacher
password-show-label = Voir le mot de passe
password-hide-label = Cacher le mot de passe

first-heading = Première ouverture de session
first-lead = Votre nom d’utilisateur et votre mot de passe temporaire sont dans un même courriel. Le mot de passe est valable { $days } jours après son envoi. À la page suivante, vous choisirez le vôtre.
temporary-password = Mot de passe temporaire
temporary-password-hint = Copiez-le du courriel. Les espaces avant et après ne comptent pas
date-of-birth = Votre date de naissance
date-hint = Par exemple, 27 3 1988
date-day = Jour
date-month = Mois
date-year = Année
uci = IUC
uci-hint = Identificateur unique de client, de 8 ou 10 chiffres. Il figure sur les lettres reçues au sujet de votre demande

own-password-heading = Choisissez votre propre mot de passe
own-password-lead = Vos renseignements concordent. Votre mot de passe remplacera le temporaire dès qu’il sera enregistré.
own-password = Votre mot de passe
own-password-hint = Au moins { $least } caractères. Par exemple quatre mots : un animal, un outil, un fruit et une ville. Les espaces comptent
own-password-missing = { $missing ->
    [one] Il manque un caractère
   *[other] Il manque { $missing } caractères
}
own-password-enough = { $length } caractères : assez long
own-password-advice = Ce qui le rend solide
own-password-advice-words = Quatre ou cinq mots sans rapport entre eux se retiennent mieux que des signes.
own-password-advice-any = Toutes les langues et toutes les écritures conviennent. Ni chiffres ni majuscules ne sont exigés.
own-password-advice-manager = Un gestionnaire de mots de passe peut en créer un et le garder pour vous. Coller fonctionne.
own-password-store = Enregistrer et ouvrir la session
own-password-storing = Enregistrement…
